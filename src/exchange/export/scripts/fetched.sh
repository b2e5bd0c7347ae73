echo 'Nothing was changed. Choose this file in Crosswalk when you export the script again.'
